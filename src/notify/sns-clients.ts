import { SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';

/**
 * SNS's client for each Region, made when it is first asked for: SNS takes a message in the topic's own Region only.
 * @param settings put over the SDK's standard ones
 */
export const snsClients = (settings: SNSClientConfig = {}): ((region: string) => SNSClient) => {
  const clients = new Map<string, SNSClient>();
  return (region) => {
    const client = clients.get(region) ?? new SNSClient({ ...settings, region });
    clients.set(region, client);
    return client;
  };
};
