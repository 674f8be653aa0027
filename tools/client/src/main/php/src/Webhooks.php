<?php

declare(strict_types=1);

namespace HubEE;

/** Reads the webhooks of one endpoint, as Standard Webhooks (standardwebhooks.com) says. */
final class Webhooks
{
    private const LONGEST_AGE = 300;

    /** @param string $secret `whsec_…`, as the hub showed it once */
    public function __construct(private readonly string $secret)
    {
    }

    /**
     * Returns the event, a CloudEvent; another attempt has the same `id`. Answer 200, to a proof with `data.challenge`.
     *
     * @param string $body the bytes as they came
     * @param array<string, string> $headers of the request, as getallheaders() gives them
     */
    public function read(string $body, array $headers): array
    {
        $given = array_change_key_case($headers);
        $timestamp = $given['webhook-timestamp'] ?? '';
        if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > self::LONGEST_AGE) {
            throw new NotSigned('The timestamp is missing, or too old');
        }
        $signed = ($given['webhook-id'] ?? '') . ".$timestamp.$body";
        $wanted = 'v1,' . base64_encode(hash_hmac('sha256', $signed, base64_decode(substr($this->secret, strlen('whsec_'))), true));
        foreach (explode(' ', $given['webhook-signature'] ?? '') as $signature) {
            if (hash_equals($wanted, $signature)) {
                return json_decode($body, true, flags: JSON_THROW_ON_ERROR);
            }
        }
        throw new NotSigned('No signature is that of the secret');
    }
}
