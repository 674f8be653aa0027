<?php

declare(strict_types=1);

/*
 * A service without people: it answers each télédossier of the test bench as the bench wants it. Run it while the bench runs. It follows
 * the feed, and reads its queue with each event, or after a second.
 */

use HubEE\{Hub, HubError, SiConnector};

require __DIR__ . '/hubee.php';

$hub = Hub::ofEnvironment('HubEE', 'hubee-client', '1.0.0');
$folder = getenv('FOLDER') ?: 'files';
$answers = [];

$imports = function (array $received, string $files) use (&$answers, &$si): void {
    $wants = json_decode($received['partnerAttributes'] ?? '{}', true)['wants'] ?? null;
    $key = hash('sha256', "{$received['id']} {$received['updateDateTime']}"); // the same for the same answer
    if ($wants === 'DONE_WITH_FILE') {
        $first = $received['attachments'][0];
        $file = "$files/{$first['id']}";
        $attachment = ['fileName' => 'reponse', 'type' => $first['type'], 'mimeType' => $first['mimeType'], 'size' => filesize($file)];
        $answers[] = fn() => $si->answerWith($received['id'], ['caseNewStatus' => 'DONE'], $attachment, $file, $key);
    } elseif ($wants !== null) {
        $answers[] = fn() => $si->answer($received['id'], ['caseNewStatus' => $wants], $key);
    }
};
$reads = function (string $caseId, array $event) use (&$answers, &$si): void {
    if ($event['caseNewStatus'] === 'HUBEE_NOTIFIED' || $event['actionType'] === 'ATTACH_DEPOSIT') {
        $answers[] = fn() => $si->answer($caseId, ['caseNewStatus' => 'DONE'], hash('sha256', $event['id']));
    }
};

$si = new SiConnector($hub, $folder, $imports, $reads);
is_dir($folder) || mkdir($folder, recursive: true);
$followed = false;
while (true) {
    $si->round();
    try {
        while ($answers) {
            $answers[0]();
            array_shift($answers);
        }
    } catch (HubError $refused) {
        echo $refused->getMessage(), "\n"; // it is given again in the next round, with the same key
    }
    if (!$followed) {
        file_put_contents("$folder/place", '/feed/v1/events?limit=100&wait=1');
    }
    $followed = $hub->follow("$folder/place", function (): void {
    });
}
