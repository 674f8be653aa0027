<?php

use HubEE\{Hub, HubError, SiConnector};

require __DIR__ . '/hubee.php';

$imported = []; // yours is a table
$imports = function (array $received, string $files) use (&$imported): void {
    echo "{$received['externalId']} is in $files\n";
    $imported[$received['id']] = true;
};
$reads = function (string $caseId, array $event): void {
    echo "$caseId: {$event['message']}\n";
};

$hub = Hub::ofEnvironment('Ponant', 'Connecteur', '1.0');
$connector = new SiConnector($hub, 'files', $imports, $reads);
while (true) {
    try {
        $connector->round();
    } catch (HubError $away) {
        echo $away->getMessage(), "\n"; // the hub is away: what is left comes in the next round
    }
    foreach (array_keys($imported) as $caseId) {
        try {
            $connector->answer($caseId, ['caseNewStatus' => 'DONE'], $caseId); // once somebody has decided
            unset($imported[$caseId]);
        } catch (HubError $refused) {
            echo $refused->getMessage(), "\n"; // the others are answered all the same
        }
    }
    sleep(1); // five minutes, in production
}
