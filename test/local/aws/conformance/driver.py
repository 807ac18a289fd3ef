"""Calls operations with boto3 and checks every raw response against AWS's model."""
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from model import problems_of_error, problems_of_output


class Driver:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.problems = []
        self.checked = 0
        self.driven = set()
        self._clients = {}

    def client(self, service):
        """Clients check no parameters: what AWS refuses, the server must."""
        if service not in self._clients:
            # One attempt: a fault of the server must not hide behind a retry.
            config = Config(retries={'total_max_attempts': 1}, parameter_validation=False,
                            inject_host_prefix=False, s3={'addressing_style': 'path'})
            client = boto3.client(service, endpoint_url=self.endpoint, region_name='us-east-1', config=config,
                                  aws_access_key_id='local', aws_secret_access_key='local')
            client.meta.events.register('response-received', self._checker(client.meta.service_model))
            self._clients[service] = client
        return self._clients[service]

    def _checker(self, service):
        def check(response_dict, parsed_response, event_name, **_):
            operation = service.operation_model(event_name.split('.')[-1])
            if response_dict['status_code'] < 300:
                self.check(operation, response_dict)
            else:
                self.check_error(operation, parsed_response['Error'])

        return check

    def check(self, operation, response):
        self._note(operation, problems_of_output(operation, response))

    def check_error(self, operation, error):
        # A service that came from the query protocol answers its old code beside that of its model.
        self._note(operation, problems_of_error(operation, error.get('QueryErrorCode', error['Code'])))

    def _note(self, operation, found):
        service = operation.service_model.service_name
        self.driven.add(f'{service}:{operation.name}')
        self.checked += 1
        self.problems += [f'{service} {problem}' for problem in found]

    def service(self, name):
        return Service(self, name)

    def fail(self, problem):
        self.problems.append(problem)


class Service:
    """Operations of one service by their own names: `pipelines.ok('GetPipeline', name='shop')`."""

    def __init__(self, driver, name):
        self.driver = driver
        self.name = name
        self.client = driver.client(name)
        self._methods = {operation: method for method, operation in self.client.meta.method_to_api_mapping.items()}

    def call(self, operation, /, **parameters):
        return getattr(self.client, self._methods[operation])(**parameters)

    def ok(self, operation, /, **parameters):
        try:
            return self.call(operation, **parameters)
        except ClientError as error:
            self.driver.fail(f'{self.name} {operation}: {error}')
            raise

    def refused(self, code, operation, /, **parameters):
        try:
            self.call(operation, **parameters)
        except ClientError as error:
            found = error.response['Error']['Code']
            if found != code:
                self.driver.fail(f'{self.name} {operation}: wanted {code}, got {error}')
            return
        self.driver.fail(f'{self.name} {operation}: wanted {code}, but it worked')

    def pages(self, operation, key, /, **parameters):
        """All elements of a list, a page of one at a time where the operation pages."""
        items = []
        token = {}
        while True:
            answer = self.ok(operation, **parameters, **token)
            items += answer[key]
            if not answer.get('nextToken'):
                return items
            token = {'nextToken': answer['nextToken']}


def until(ask, seconds=30):
    """Asks until the answer is truthy."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.05)
    raise TimeoutError(f'{ask.__qualname__} held for {seconds} s')
