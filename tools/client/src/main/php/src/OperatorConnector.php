<?php

declare(strict_types=1);

namespace HubEE;

/** Connects the software of an operator (OSL) to a hub: it deposits télédossiers, reads the answers, and closes what is finished. */
final class OperatorConnector
{
    /**
     * @param string $folder keeps the folder of each case that is not closed, and the files that come
     * @param \Closure(string, array, string): void $reads reads an answer of a service about a case, which may come again, with the folder
     *     of its files; each has its identifier as its name
     * @param ?\Closure(string, string): void $lost the hub has purged the case or a file of an answer, which will not come
     * @param ?\Closure(array, \Throwable): void $failed a notification stays in the queue; without it, the log is told
     * @param string[] $processCodes the only démarches that are dealt with; all without it
     */
    public function __construct(
        private readonly Hub $hub,
        private readonly string $folder,
        private readonly \Closure $reads,
        private readonly ?\Closure $lost = null,
        private readonly ?\Closure $failed = null,
        private readonly array $processCodes = [],
    ) {
    }

    /**
     * Deposits a folder: until the last call nobody sees anything. It may be deposited again, also when only the last answer was lost.
     *
     * @param callable(array): string $files gives the file of each announced one
     */
    public function deposit(array $wanted, callable $files): array
    {
        is_dir($this->folder) || mkdir($this->folder, recursive: true);
        $deposited = $this->hub->json('POST', Notifications::API . '/folders', $wanted, $wanted['externalId']);
        $folder = Notifications::API . "/folders/{$deposited['id']}";
        foreach ($deposited['attachments'] as $attachment) {
            $this->hub->send("$folder/attachments/{$attachment['id']}", $files($attachment));
        }
        foreach ($this->hub->json('GET', $folder)['attachments'] as $attachment) {
            if ($attachment['status'] !== 'RECEIVED') {
                throw new \RuntimeException("{$attachment['fileName']} is {$attachment['status']}");
            }
        }
        foreach ($deposited['cases'] as $case) {
            file_put_contents("$this->folder/{$case['id']}", $deposited['id']);
        }
        $this->hub->json('PATCH', $folder, ['globalStatus' => 'HUBEE_COMPLETED']);
        return $deposited;
    }

    /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
    public function round(): void
    {
        Notifications::round($this->hub, $this->processCodes, $this->failed, $this->dealWith(...));
    }

    private function dealWith(array $notification): void
    {
        try {
            if ($notification['eventStatus'] !== 'RECEIVED') {
                $this->listen($notification['caseId'], $notification['eventId']);
            }
        } catch (HubError $refused) {
            if ($refused->status !== 404) {
                throw $refused;
            }
            $this->lost?->__invoke($notification['caseId'], $refused->getMessage());
        }
    }

    private function listen(string $caseId, string $eventId): void
    {
        $path = Notifications::API . "/cases/$caseId/events/$eventId";
        $event = $this->hub->json('GET', $path);
        $files = "$this->folder/files/$caseId";
        is_dir($files) || mkdir($files, recursive: true);
        foreach ($event['attachments'] ?? [] as ['id' => $id]) {
            $this->hub->receive("$path/attachments/$id", "$files/$id");
        }
        ($this->reads)($caseId, $event, $files);
        $this->hub->json('PATCH', $path, ['status' => 'RECEIVED']);
        if (in_array($event['caseNewStatus'], ['DONE', 'REFUSED'], true)) {
            $this->close($caseId);
        }
    }

    /** Closes a case, and its folder with the last one. */
    private function close(string $caseId): void
    {
        $place = "$this->folder/$caseId";
        if (!is_file($place)) {
            return; // of other software, or closed already
        }
        $this->hub->json('PATCH', Notifications::API . "/cases/$caseId", ['status' => 'CLOSED']);
        $folder = Notifications::API . '/folders/' . file_get_contents($place);
        $statuses = array_column($this->hub->json('GET', $folder)['cases'], 'status');
        if (array_unique($statuses) === ['CLOSED']) {
            $this->hub->json('PATCH', $folder, ['globalStatus' => 'CLOSED']);
        }
        unlink($place);
    }
}
