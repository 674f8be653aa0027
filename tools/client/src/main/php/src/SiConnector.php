<?php

declare(strict_types=1);

namespace HubEE;

/**
 * Connects the software of an instructing service (SI) to a hub.
 *
 * A notification is deleted once all that it asks for is done. If this program stops before, it comes again; then nothing is said
 * twice, since what is said has the notification's identifier as its key.
 */
final class SiConnector
{
    private const LONGEST_MESSAGE = 1000;

    /**
     * @param string $folder keeps the files of each télédossier; each has its identifier as its name
     * @param \Closure(array, string): void $imports imports a télédossier, which may come again, with the folder of its files; after an
     *     exception it does, unless it is CannotImport
     * @param \Closure(string, array, string): void $reads reads what the operator says of a case: a message, another status, or files
     * @param ?\Closure(string, string): void $lost the hub has purged the case or one of its files, which will not come
     * @param ?\Closure(array, \Throwable): void $failed a notification stays in the queue; without it, the log is told
     * @param string[] $processCodes the only démarches that are dealt with; all without it
     */
    public function __construct(
        private readonly Hub $hub,
        private readonly string $folder,
        private readonly \Closure $imports,
        private readonly \Closure $reads,
        private readonly ?\Closure $lost = null,
        private readonly ?\Closure $failed = null,
        private readonly array $processCodes = [],
    ) {
    }

    /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
    public function round(): void
    {
        Notifications::round($this->hub, $this->processCodes, $this->failed, $this->dealWith(...));
    }

    private function dealWith(array $notification): void
    {
        ['id' => $id, 'caseId' => $caseId, 'eventId' => $eventId] = $notification;
        try {
            if ($eventId === null) {
                $received = $this->hub->json('GET', Notifications::API . "/cases/$caseId");
                ($this->imports)($received, $this->receive($caseId, '', $received['attachments']));
                $this->answer($caseId, ['caseNewStatus' => 'SI_RECEIVED'], $id);
            } elseif ($notification['eventStatus'] !== 'RECEIVED') {
                $this->listen($caseId, $eventId);
            }
        } catch (CannotImport $invalid) {
            $this->refuse($caseId, $invalid->getMessage(), $id);
        } catch (HubError $refused) {
            if ($refused->status !== 404) {
                throw $refused;
            }
            $this->lost?->__invoke($caseId, $refused->getMessage());
        }
    }

    private function listen(string $caseId, string $eventId): void
    {
        $path = Notifications::API . "/cases/$caseId/events/$eventId";
        $event = $this->hub->json('GET', $path);
        ($this->reads)($caseId, $event, $this->receive($caseId, "/events/$eventId", $event['attachments']));
        $this->hub->json('PATCH', $path, ['status' => 'RECEIVED']);
    }

    /** Receives the files of an event, or of the case, and returns their folder. A file that has not come yet is notified once it comes. */
    private function receive(string $caseId, string $event, ?array $attachments): string
    {
        $files = "$this->folder/$caseId";
        is_dir($files) || mkdir($files, recursive: true);
        foreach ($attachments ?? [] as $attachment) {
            if (($attachment['status'] ?? null) === 'PENDING') {
                continue;
            }
            ['id' => $id, 'fileName' => $fileName] = $attachment;
            try {
                $this->hub->receive(Notifications::API . "/cases/$caseId$event/attachments/$id", "$files/$id");
            } catch (HubError $refused) {
                if ($refused->status !== 404) {
                    throw $refused;
                }
                $this->lost?->__invoke($caseId, "$fileName: {$refused->getMessage()}");
                throw new CannotImport("Le fichier « {$fileName} » n’est plus dans HubEE");
            }
        }
        return $files;
    }

    /** Says that nothing more can be done, with the reason if the démarche allows messages. */
    private function refuse(string $caseId, string $reason, string $key): void
    {
        preg_match('/^.{0,' . self::LONGEST_MESSAGE . '}/su', $reason, $message);
        try {
            $this->answer($caseId, ['caseNewStatus' => 'SI_INTG_ERROR', 'message' => $message[0]], $key);
        } catch (HubError $refused) {
            if ($refused->status !== 400) {
                throw $refused;
            }
            $this->answer($caseId, ['caseNewStatus' => 'SI_INTG_ERROR'], $key);
        }
    }

    /** Answers the operator. The key is new for each answer, and the same when it is said again. */
    public function answer(string $caseId, array $said, string $key): array
    {
        $event = $said + ['actionType' => 'STATUS_UPDATE', 'notification' => true];
        return $this->hub->json('POST', Notifications::API . "/cases/$caseId/events", $event, $key);
    }

    /** Answers with a file, of a type that the démarche lets a service send. */
    public function answerWith(string $caseId, array $said, array $attachment, string $file, string $key): void
    {
        $event = $this->answer($caseId, ['actionType' => 'ATTACH_DEPOSIT', 'attachments' => [$attachment]] + $said, $key);
        $path = Notifications::API . "/cases/$caseId/events/{$event['id']}";
        $this->hub->send("$path/attachments/{$event['attachments'][0]['id']}", $file);
        $this->hub->json('PATCH', $path, ['status' => 'SENT']);
    }
}
