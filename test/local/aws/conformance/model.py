"""Compares raw responses with AWS's own service models, which botocore carries."""
import base64
import json
from xml.etree import ElementTree

# Errors that AWS answers to any request, so that no operation's model lists them:
# https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
COMMON_ERRORS = {'SerializationException', 'UnknownOperationException', 'ValidationException', 'ValidationError',
                 'InvalidAction'}

# S3 documents most of its errors beside its model:
# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
S3_ERRORS = {'404', '412', '304', 'BucketAlreadyOwnedByYou', 'BucketNotEmpty', 'InvalidArgument', 'InvalidPart',
             'InvalidPartOrder', 'InvalidRange', 'NoSuchBucket', 'NoSuchKey', 'InvalidTag', 'NoSuchTagSet', 'NoSuchUpload',
             'NoSuchVersion',
             'NotImplemented', 'PreconditionFailed', 'EntityTooSmall', 'BadDigest', 'MethodNotAllowed'}

# AWS documents this value and answers it, but its enum lacks it:
# https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html
UNLISTED = {('MinimumHealthyHostsType', 'MOST_CONCURRENCY')}

# AWS's model has no error for updating a pipeline that is not there; every other operation has this one.
UNLISTED_ERRORS = {('UpdatePipeline', 'PipelineNotFoundException')}


def problems_of_output(operation, response):
    """What in a successful raw response the operation's model does not allow; a list of sentences."""
    shape = operation.output_shape
    service = operation.service_model
    if shape is None:
        return []
    if service.resolved_protocol == 'json':
        text = response['body']
        return list(json_problems(shape, json.loads(text) if text else {}, operation.name))
    return list(xml_output_problems(operation, shape, response))


def problems_of_error(operation, code):
    service = operation.service_model
    modelled = {error.error_code for error in operation.error_shapes} | {e.name for e in operation.error_shapes}
    allowed = modelled | COMMON_ERRORS | (S3_ERRORS if service.service_name == 's3' else set())
    is_known = code in allowed or (operation.name, code) in UNLISTED_ERRORS
    return [] if is_known else [f'{operation.name}: the error {code} is not one of its model']


def json_problems(shape, value, path):
    kind = shape.type_name
    if kind == 'structure':
        if not isinstance(value, dict):
            yield wrong(path, kind, value)
            return
        names = {member.serialization.get('name', name): (name, member) for name, member in shape.members.items()}
        for name, inner in value.items():
            if name not in names:
                yield f'{path}.{name}: no such member'
            else:
                yield from json_problems(names[name][1], inner, f'{path}.{name}')
        yield from missing(shape, {names[name][0] for name in value if name in names}, path)
    elif kind == 'list':
        if not isinstance(value, list):
            yield wrong(path, kind, value)
            return
        for index, inner in enumerate(value):
            yield from json_problems(shape.member, inner, f'{path}[{index}]')
    elif kind == 'map':
        if not isinstance(value, dict):
            yield wrong(path, kind, value)
            return
        for key, inner in value.items():
            yield from enum_problems(shape.key, key, path)
            yield from json_problems(shape.value, inner, f'{path}[{key}]')
    elif kind == 'blob':
        if not isinstance(value, str) or not is_base64(value):
            yield wrong(path, 'base64', value)
    elif not isinstance(value, json_types[kind]) or (isinstance(value, bool) and kind != 'boolean'):
        yield wrong(path, kind, value)
    elif kind == 'string':
        yield from enum_problems(shape, value, path)


json_types = {'string': str, 'boolean': bool, 'integer': int, 'long': int, 'float': (int, float),
              'double': (int, float), 'timestamp': (int, float)}


def xml_output_problems(operation, shape, response):
    """https://smithy.io/2.0/aws/protocols/aws-query-protocol.html and …/aws-restxml-protocol.html"""
    headers = {name.lower(): value for name, value in response['headers'].items()}
    seen = set()
    in_body = {}
    for name, member in shape.members.items():
        location = member.serialization.get('location')
        if location == 'header':
            value = headers.get(member.serialization['name'].lower())
            if value is not None:
                seen.add(name)
                yield from text_problems(member, value, f'{operation.name}.{name}')
        elif location is None and shape.serialization.get('payload', name) == name:
            in_body[name] = member
    payload = shape.serialization.get('payload')
    if payload:
        seen.add(payload)
        yield from payload_problems(operation, shape.members[payload], response)
    elif in_body:
        element = body_element(operation, shape, response)
        if element is None:
            yield f'{operation.name}: the body is empty'
        else:
            yield from children_problems(in_body, element, operation.name, seen)
    yield from missing(shape, seen, operation.name)


def payload_problems(operation, member, response):
    if member.type_name == 'structure' and response['body']:
        yield from xml_problems(member, ElementTree.fromstring(response['body']), operation.name)


def body_element(operation, shape, response):
    if not response['body']:
        return None
    root = ElementTree.fromstring(response['body'])
    wrapper = shape.serialization.get('resultWrapper')
    if wrapper is None:
        return root
    return next((child for child in root if local_name(child) == wrapper), None)


def xml_problems(shape, element, path):
    kind = shape.type_name
    if kind == 'structure':
        seen = set()
        yield from children_problems(shape.members, element, path, seen)
        yield from missing(shape, seen, path)
    elif kind == 'list':
        name = shape.member.serialization.get('name', 'member')
        for index, child in enumerate(element):
            if local_name(child) != name:
                yield f'{path}.{local_name(child)}: wanted {name}'
            yield from xml_problems(shape.member, child, f'{path}[{index}]')
    elif kind == 'map':
        for entry in element:
            parts = {local_name(part): part for part in entry}
            if local_name(entry) != 'entry' or set(parts) != {'key', 'value'}:
                yield f'{path}: an entry has a key and a value'
                continue
            yield from enum_problems(shape.key, parts['key'].text or '', path)
            yield from xml_problems(shape.value, parts['value'], f"{path}[{parts['key'].text}]")
    else:
        yield from text_problems(shape, element.text or '', path)


def children_problems(members, element, path, seen):
    """Adds the names of the members that are there to `seen`."""
    by_tag = {}
    for name, member in members.items():
        if member.serialization.get('xmlAttribute'):
            attribute = member.serialization['name'].split(':')[-1]
            if any(key.split('}')[-1] == attribute for key in element.attrib):
                seen.add(name)
            continue
        tag = member.serialization.get('name', name)
        if member.type_name == 'list' and member.serialization.get('flattened'):
            tag = member.member.serialization.get('name', tag)
        by_tag[tag] = (name, member)
    for child in element:
        tag = local_name(child)
        if tag not in by_tag:
            yield f'{path}.{tag}: no such member'
            continue
        name, member = by_tag[tag]
        seen.add(name)
        flattened = member.type_name == 'list' and member.serialization.get('flattened')
        yield from xml_problems(member.member if flattened else member, child, f'{path}.{name}')


def text_problems(shape, text, path):
    kind = shape.type_name
    if kind in ('integer', 'long') and not text.lstrip('-').isdigit():
        yield wrong(path, kind, text)
    elif kind == 'boolean' and text not in ('true', 'false'):
        yield wrong(path, kind, text)
    elif kind == 'timestamp' and not any(mark in text for mark in ('GMT', 'Z')):
        yield wrong(path, kind, text)
    elif kind == 'string':
        yield from enum_problems(shape, text, path)


def enum_problems(shape, value, path):
    values = getattr(shape, 'enum', [])
    if values and value not in values and (shape.name, value) not in UNLISTED:
        yield f'{path}: {value!r} is not one of {", ".join(values)}'


def missing(shape, seen, path):
    return [f'{path}.{name}: missing' for name in shape.required_members if name not in seen]


def wrong(path, kind, value):
    return f'{path}: {value!r} is no {kind}'


def is_base64(text):
    try:
        base64.b64decode(text, validate=True)
        return True
    except ValueError:
        return False


def local_name(element):
    return element.tag.split('}')[-1]
