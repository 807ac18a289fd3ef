"""Calls operations with the AWS CLI, a process for each call."""
import json
import os
import re
import subprocess

from botocore import xform_name
from botocore.exceptions import ClientError

from driver import Driver, Service

# As with boto3, the server must refuse what AWS refuses. Timestamps as they came: the model's check knows those.
CONFIG = '[default]\nparameter_validation = false\ncli_timestamp_format = wire\n'


class CliDriver(Driver):
    """Has the CLI for one service, whose protocol is JSON, and boto3 for what the scenarios set up in others."""

    def __init__(self, endpoint, service, folder):
        super().__init__(endpoint)
        self.by_cli = service
        self.input = os.path.join(folder, 'input.json')
        config = os.path.join(folder, 'config')
        with open(config, 'w', encoding='utf-8') as file:
            file.write(CONFIG)
        self.env = {**os.environ, 'AWS_CONFIG_FILE': config, 'AWS_SHARED_CREDENTIALS_FILE': os.path.join(folder, 'none'),
                    'AWS_ACCESS_KEY_ID': 'local', 'AWS_SECRET_ACCESS_KEY': 'local', 'AWS_DEFAULT_REGION': 'us-east-1',
                    'AWS_DEFAULT_OUTPUT': 'json', 'AWS_PAGER': '', 'AWS_MAX_ATTEMPTS': '1'}

    def service(self, name):
        return CliService(self, name) if name == self.by_cli else super().service(name)


class CliService(Service):
    def call(self, operation, /, **parameters):
        with open(self.driver.input, 'w', encoding='utf-8') as file:
            json.dump(parameters, file)
        command = ['aws', '--endpoint-url', self.driver.endpoint, self.name, xform_name(operation, '-'),
                   '--no-paginate', '--cli-input-json', f'file://{self.driver.input}']
        ran = subprocess.run(command, env=self.driver.env, capture_output=True, text=True, check=False)
        model = self.client.meta.service_model.operation_model(operation)
        if ran.returncode == 0:
            self.driver.check(model, {'body': ran.stdout.strip()})
            return json.loads(ran.stdout or '{}')
        told = re.search(r'An error occurred \((\w+)\) when calling the \w+ operation[^:]*: (.*)', ran.stderr)
        if told is None:
            raise RuntimeError(f'{" ".join(command)} exited with {ran.returncode}: {ran.stderr.strip()}')
        error = {'Code': told[1], 'Message': told[2]}
        self.driver.check_error(model, error)
        raise ClientError({'Error': error}, operation)
