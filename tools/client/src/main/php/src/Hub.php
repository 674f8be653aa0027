<?php

declare(strict_types=1);

namespace HubEE;

/** An answer of the hub; its headers have their names in lower case. */
final class Answer
{
    /** @param array<string, string> $headers */
    public function __construct(public readonly int $status, public readonly array $headers, public readonly string $body)
    {
    }

    /** Returns the texts of an answer, those of the API or those of the token's. */
    public function reason(): string
    {
        $said = json_decode($this->body, true);
        if (!is_array($said)) {
            return substr($this->body, 0, 500);
        }
        return implode(', ', array_filter([...array_column($said['errors'] ?? [], 'message'), $said['error'] ?? null]));
    }
}

/** A hub, as the software with one pair of credentials sees it. Each call has a token, says which software calls, and is patient. */
final class Hub
{
    private const ATTEMPTS = 4;
    private const LATER = [408, 429, 500, 502, 503, 504];
    /** The seconds that are waited at most: the hub asks for more when a limit of the day is reached, which people have to know. */
    private const LONGEST_WAIT = 60;
    /** A call fails, and a download is cut, when the hub says nothing for so many seconds; five times as many while it takes a file. */
    private const LONGEST_SILENCE = 60;
    /** The downloads that are cut and go on where they stopped. */
    private const CUTS = 5;
    private const FIRST_EVENTS = '/feed/v1/events?limit=100&wait=25';

    private ?string $token = null;
    private int $renewal = 0;

    /** @param array<int, mixed> $curl options of curl which reach the hub in another way, for instance with a certificate of the software */
    public function __construct(
        private readonly string $address,
        private readonly string $clientId,
        private readonly string $clientSecret,
        private readonly string $editor,
        private readonly string $application,
        private readonly string $version,
        private readonly array $curl = [],
    ) {
        foreach (['HUB' => $address, 'CLIENT_ID' => $clientId, 'CLIENT_SECRET' => $clientSecret] as $name => $value) {
            if ($value === '') {
                throw new \InvalidArgumentException("$name is missing: the variable of the environment, or what is given to Hub");
            }
        }
    }

    /** Returns the hub that the variables HUB, CLIENT_ID and CLIENT_SECRET of the environment name. */
    public static function ofEnvironment(string $editor, string $application, string $version): self
    {
        [$hub, $clientId, $clientSecret] = array_map(fn($name) => (string) getenv($name), ['HUB', 'CLIENT_ID', 'CLIENT_SECRET']);
        return new self($hub, $clientId, $clientSecret, $editor, $application, $version);
    }

    /** Calls an operation with JSON, and returns its answer; what is created has the key, so that it is not created twice. */
    public function json(string $method, string $path, ?array $body = null, ?string $key = null): mixed
    {
        $headers = $body === null ? [] : ['Content-Type' => 'application/json'];
        if ($method === 'POST') {
            $headers['Idempotency-Key'] = $key ?? bin2hex(random_bytes(16));
        }
        $text = $body === null ? null : json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
        $answer = $this->call($method, $path, $headers, $text)->body;
        return $answer === '' ? null : json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
    }

    /**
     * Sends a request, again with another token when this one is refused, and returns the answer, unless it is a refusal.
     *
     * @param array<string, string> $headers
     * @param ?string $file what is sent
     * @param ?string $part takes the bytes of the answer, after those that it has when the answer is 206
     */
    public function call(
        string $method,
        string $path,
        array $headers = [],
        ?string $body = null,
        ?string $file = null,
        ?string $part = null,
    ): Answer {
        for ($left = 1; ; $left--) {
            $signed = $headers + ['Authorization' => "Bearer {$this->current()}"];
            $answer = $this->patiently($method, $path, $signed, $body, $file, $part);
            if ($answer->status < 300) {
                return $answer;
            }
            if ($answer->status !== 401 || $left === 0) {
                throw HubError::of($method, $path, $answer);
            }
            $this->token = null;
        }
    }

    private function current(): string
    {
        if ($this->token === null || time() >= $this->renewal) {
            $credentials = base64_encode("$this->clientId:$this->clientSecret");
            $headers = ['Authorization' => "Basic $credentials", 'Content-Type' => 'application/x-www-form-urlencoded'];
            $answer = $this->patiently('POST', '/oauth2/token', $headers, 'grant_type=client_credentials');
            if ($answer->status === 401) {
                throw new HubError("The hub refuses $this->clientId and its secret (401 {$answer->reason()})", 401);
            }
            if ($answer->status !== 200) {
                throw HubError::of('POST', '/oauth2/token', $answer);
            }
            $given = json_decode($answer->body, true, flags: JSON_THROW_ON_ERROR);
            $this->token = $given['access_token'];
            $this->renewal = time() + $given['expires_in'] - 60;
        }
        return $this->token;
    }

    /** Sends a request again while the hub asks for patience: after Retry-After, or else after one, two and four seconds. */
    private function patiently(
        string $method,
        string $path,
        array $headers,
        ?string $body = null,
        ?string $file = null,
        ?string $part = null,
    ): Answer {
        for ($attempt = 1; ; $attempt++) {
            $seconds = 2 ** ($attempt - 1);
            try {
                $answer = $this->once($method, $path, $headers, $body, $file, $part);
                $wait = $answer->headers['retry-after'] ?? '';
                $seconds = ctype_digit($wait) ? (int) $wait : $seconds;
                if ($attempt === self::ATTEMPTS || !in_array($answer->status, self::LATER, true) || $seconds > self::LONGEST_WAIT) {
                    return $answer;
                }
            } catch (HubError $gone) { // nobody knows whether it was done: it may be said again
                if ($attempt === self::ATTEMPTS || $part !== null) { // a download goes on where it stopped
                    throw $gone;
                }
            }
            sleep($seconds);
        }
    }

    private function once(string $method, string $path, array $headers, ?string $body, ?string $file, ?string $part): Answer
    {
        $headers += ['editorName' => $this->editor, 'applicationName' => $this->application, 'softwareVersion' => $this->version];
        $status = 0;
        $received = [];
        $text = '';
        $target = null;
        $curl = curl_init(rtrim($this->address, '/') . $path);
        curl_setopt_array($curl, $this->curl + [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => array_map(fn($name) => "$name: $headers[$name]", array_keys($headers)),
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
            CURLOPT_CONNECTTIMEOUT => 10,
            CURLOPT_LOW_SPEED_LIMIT => 1,
            CURLOPT_LOW_SPEED_TIME => self::LONGEST_SILENCE * ($file === null ? 1 : 5),
            CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$status, &$received): int {
                if (preg_match('~^HTTP/\S+ (\d+)~', $line, $start)) { // also after 100 Continue
                    $status = (int) $start[1];
                    $received = [];
                } elseif (str_contains($line, ':')) {
                    [$name, $value] = explode(':', $line, 2);
                    $received[strtolower($name)] = trim($value);
                }
                return strlen($line);
            },
            CURLOPT_WRITEFUNCTION => function ($curl, string $bytes) use (&$status, &$text, &$target, $part): int {
                if ($part !== null && $status < 300) {
                    $target ??= fopen($part, $status === 206 ? 'ab' : 'wb');
                    return (int) fwrite($target, $bytes);
                }
                $text .= $bytes;
                return strlen($bytes);
            },
        ]);
        if ($body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
        }
        $source = $file === null ? null : fopen($file, 'rb');
        if ($source !== null) {
            curl_setopt_array($curl, [CURLOPT_UPLOAD => true, CURLOPT_INFILE => $source, CURLOPT_INFILESIZE => filesize($file)]);
        }
        try {
            if (curl_exec($curl) === false) {
                throw new HubError("$method $this->address$path: " . curl_error($curl));
            }
        } finally {
            array_map('fclose', array_filter([$source, $target]));
        }
        return new Answer($status, $received, $text);
    }

    /** Sends a file of any size, with its digest; once more when other bytes have come. */
    public function send(string $path, string $file): void
    {
        $headers = ['Content-Type' => 'application/octet-stream', 'digest' => self::digest($file)];
        for ($left = 1; ; $left--) {
            try {
                $this->call('PUT', $path, $headers, file: $file);
                return;
            } catch (HubError $refused) {
                if (str_contains($refused->getMessage(), 'Attachment is already received')) { // before: the other party sees it
                    return;
                }
                if ($refused->status !== 400 || $left === 0) {
                    throw $refused;
                }
            }
        }
    }

    /** Receives a file of any size. It is there once its digest is right; what was cut goes on where it stopped. */
    public function receive(string $path, string $file): void
    {
        $part = "$file.part";
        file_put_contents($part, '');
        for ($cuts = 0; ; $cuts++) {
            clearstatcache(true, $part);
            $headers = filesize($part) > 0 ? ['Range' => 'bytes=' . filesize($part) . '-'] : [];
            try {
                $answer = $this->call('GET', $path, $headers, part: $part);
            } catch (HubError $cut) {
                if ($cut->status !== null || $cuts === self::CUTS) {
                    throw $cut;
                }
                sleep(1);
                continue;
            }
            if (self::digest($part) !== ($answer->headers['digest'] ?? null)) {
                throw new \RuntimeException("The digest of $path is another");
            }
            rename($part, $file);
            return;
        }
    }

    /**
     * Waits for events up to 25 seconds, and does their work; the place in the feed, a file, moves once it is done.
     * Returns false when events may be missing: read the notifications once, then go on.
     *
     * @param callable(array): void $work
     */
    public function follow(string $place, callable $work): bool
    {
        try {
            $answer = $this->call('GET', is_file($place) ? file_get_contents($place) : self::FIRST_EVENTS);
        } catch (HubError $refused) {
            if ($refused->status !== 410) {
                throw $refused;
            }
            @unlink($place);
            return false;
        }
        foreach (json_decode($answer->body, true, flags: JSON_THROW_ON_ERROR) as $event) {
            $work($event);
        }
        preg_match('/^<(.*?)>/', $answer->headers['link'], $next);
        file_put_contents($place, $next[1]);
        return true;
    }

    /** Returns the SHA-256 of a file as the hub writes it, in base64. */
    private static function digest(string $file): string
    {
        return base64_encode(hash_file('sha256', $file, true));
    }
}
