"""Drives a local AWS and compares every answer with AWS's own service models.

Usage: main.py ENDPOINT [OPERATIONS.json]
       main.py --cli ENDPOINT

With --cli it drives CodePipeline alone, every operation of AWS's model of it, with the AWS CLI in place of boto3.

The server must have the sample's hosts: `npm run local -- --sample`. The file holds, by service, the names of the
operations that the server has. Each of these must have been driven where we drive all; any other must be refused as
one that is not there. Prints a line for each failed validation
and a count, and exits with 1 if there was one.
"""
import json
import sys
import tempfile
import traceback

import codepipeline
import deploying
import messaging
import settings
import traffic
import workers
from cli import CliDriver
from driver import Driver

SCENARIOS = [settings.drive, messaging.drive, codepipeline.drive, workers.drive, deploying.drive, traffic.drive]

# Of S3 and the like we drive what Drawbridge and its sample use; of these everything.
DRIVEN_WHOLLY = ('codepipeline', 'codedeploy', 'codebuild', 'ssm', 'secretsmanager', 'logs')


def main(endpoint, file=None):
    driver = Driver(endpoint)
    for drive in SCENARIOS:
        attempt(driver, drive, driver)
    if file:
        with open(file, encoding='utf-8') as stream:
            operations = json.load(stream)
        for service in DRIVEN_WHOLLY:
            attempt(driver, check_coverage, driver, service, set(operations[service]))
    return tell(driver)


def main_of_cli(endpoint):
    with tempfile.TemporaryDirectory() as folder:
        driver = CliDriver(endpoint, 'codepipeline', folder)
        for drive in (codepipeline.drive, workers.drive):
            attempt(driver, drive, driver)
        model = driver.client('codepipeline').meta.service_model
        attempt(driver, check_coverage, driver, 'codepipeline', set(model.operation_names))
    return tell(driver)


def tell(driver):
    problems = sorted(set(driver.problems))
    for problem in problems:
        print(problem)
    print(f'{driver.checked} answers of {len(driver.driven)} operations checked, {len(problems)} problems')
    return 1 if problems else 0


def attempt(driver, step, *arguments):
    """One step that breaks off must not hide the others."""
    try:
        step(*arguments)
    except Exception:
        driver.fail(f'{step.__module__} {arguments[1:]} broke off: {traceback.format_exc()}')


def check_coverage(driver, name, there):
    for operation in sorted(there):
        if f'{name}:{operation}' not in driver.driven:
            driver.fail(f'{name} {operation}: not driven')
    service = driver.service(name)
    for operation in service.client.meta.service_model.operation_names:
        if operation not in there:
            service.refused('UnknownOperationException', operation)


if __name__ == '__main__':
    arguments = sys.argv[1:]
    sys.exit(main_of_cli(*arguments[1:]) if arguments[:1] == ['--cli'] else main(*arguments))
