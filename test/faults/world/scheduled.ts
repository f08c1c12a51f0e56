/** What EventBridge's schedule sends to the queue of sweeps, as far as it is read. */
export const scheduled = { source: 'aws.events', 'detail-type': 'Scheduled Event' };
