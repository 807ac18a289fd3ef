import { join } from 'node:path';

/** The settings that every bot under test has; its policy and its store are in the folder. */
export function environmentIn(folder: string): Record<string, string> {
  return {
    PORT: '0',
    AWS_REGION: 'eu-central-1',
    // Nothing listens there: what is tested here gets along without AWS.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'key',
    DRAWBRIDGE_POLICY: join(folder, 'drawbridge.yml'),
    DRAWBRIDGE_DATA: join(folder, 'drawbridge.sqlite'),
  };
}
