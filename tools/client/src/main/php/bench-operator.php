<?php

declare(strict_types=1);

/* An operator without people: it starts scenarios of the test bench, and deposits a télédossier when one of them begins. */

use HubEE\{Hub, HubError, OperatorConnector};

require __DIR__ . '/hubee.php';

foreach (['HUB', 'CLIENT_ID', 'CLIENT_SECRET', 'PROCESS', 'TYPE', 'RECIPIENTS'] as $name) {
    if (getenv($name) === false) {
        exit("$name is missing in the environment\n");
    }
}
$content = '<demande>' . str_repeat('une demande ', 10_000) . '</demande>';

/** Announces a télédossier. RECIPIENTS are SIRET and branch code of each, 99000200800011-99000. */
$folder = function () use ($content): array {
    $externalId = bin2hex(random_bytes(6));
    $cases = [];
    foreach (explode(',', getenv('RECIPIENTS')) as $i => $recipient) {
        [$companyRegister, $branchCode] = explode('-', $recipient);
        $cases[] = [
            'externalId' => "$externalId-$i",
            'recipient' => ['type' => 'SI', 'companyRegister' => $companyRegister, 'branchCode' => $branchCode],
        ];
    }
    return [
        'externalId' => $externalId,
        'processCode' => getenv('PROCESS'),
        'applicant' => ['firstName' => 'Camille', 'lastName' => 'Exemple'],
        'cases' => $cases,
        'attachments' => [[
            'fileName' => 'demande.xml',
            'type' => getenv('TYPE'),
            'mimeType' => 'application/xml',
            'size' => strlen($content),
            'recipients' => array_column($cases, 'externalId'),
        ]],
    ];
};

$hub = Hub::ofEnvironment('HubEE', 'hubee-client', '1.0.0');
$place = getenv('FOLDER') ?: 'deposits';
is_dir($place) || mkdir($place, recursive: true);
$file = "$place/request.xml";
file_put_contents($file, $content);
$operator = new OperatorConnector($hub, $place, function (): void {
});

$announced = null;
/** Deposits one; when that fails, the same again a moment later. */
$deposit = function () use (&$announced, $folder, $operator, $file): void {
    $announced ??= $folder();
    try {
        $operator->deposit($announced, fn() => $file);
        $announced = null;
    } catch (HubError | RuntimeException $refused) {
        echo $refused->getMessage(), "\n";
    }
};

$scenarios = array_slice($argv, 1);
$run = $hub->json('POST', '/bench/v1/runs', $scenarios ? ['scenarios' => $scenarios] : ['profile' => 'OSL']);
while ($run['state'] === 'RUNNING') {
    foreach ($run['scenarios'] as ['state' => $state, 'steps' => $steps]) {
        // the bench has not seen a deposit yet; the first step may be what will go wrong with it
        if ($state === 'RUNNING' && in_array('WAITING', array_column(array_slice($steps, 0, 2), 'state'), true)) {
            $deposit();
        }
    }
    $operator->round();
    sleep(1);
    $run = $hub->json('GET', "/bench/v1/runs/{$run['id']}");
}
echo json_encode($run, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";
exit($run['state'] === 'PASSED' ? 0 : 1);
