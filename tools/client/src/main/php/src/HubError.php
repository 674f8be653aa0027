<?php

declare(strict_types=1);

namespace HubEE;

/** Tells which call the hub has refused, and why; without a status it has not answered. */
final class HubError extends \Exception
{
    public function __construct(string $message, public readonly ?int $status = null)
    {
        parent::__construct($message);
    }

    public static function of(string $method, string $path, Answer $answer): self
    {
        $references = array_key_exists('x-request-id', $answer->headers) ? ["X-Request-Id {$answer->headers['x-request-id']}"] : [];
        if (preg_match('/<([^>]*)>; rel="help"/', $answer->headers['link'] ?? '', $help)) {
            $references[] = "help $help[1]";
        }
        $more = $references ? ' (' . implode(', ', $references) . ')' : '';
        $name = parse_url($path, PHP_URL_PATH);
        return new self("$method $name: $answer->status {$answer->reason()}$more", $answer->status);
    }
}
