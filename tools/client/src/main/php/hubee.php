<?php

declare(strict_types=1);

/* A client of HubEE for PHP 8.1 or later, with its extension curl; no Composer is needed: require this file. */
foreach (['HubError', 'CannotImport', 'NotSigned', 'Hub', 'Notifications', 'SiConnector', 'OperatorConnector', 'Webhooks'] as $name) {
    require_once __DIR__ . "/src/$name.php";
}
