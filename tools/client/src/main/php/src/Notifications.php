<?php

declare(strict_types=1);

namespace HubEE;

/** The queue of an organisation. */
final class Notifications
{
    public const API = '/teledossiers/v1';
    private const PAGE = 25;

    /**
     * Does what the notifications ask for, and deletes what is done. One that fails stays for the next round, and does not stop the others.
     *
     * @param string[] $processCodes
     * @param ?callable(array, \Throwable): void $failed is told why a notification stays; without it, the log is told
     * @param callable(array): void $dealWith
     */
    public static function round(Hub $hub, array $processCodes, ?callable $failed, callable $dealWith): void
    {
        $left = [];
        do {
            $wanted = self::PAGE + count($left); // what is left comes again with each page
            $query = "maxResult=$wanted&eventDetails=true";
            foreach ($processCodes as $code) {
                $query .= '&processCode=' . rawurlencode($code);
            }
            $notifications = $hub->json('GET', self::API . "/notifications?$query");
            foreach ($notifications as $notification) {
                if (isset($left[$notification['id']])) {
                    continue;
                }
                try {
                    $dealWith($notification);
                    $hub->json('DELETE', self::API . "/notifications/{$notification['id']}");
                } catch (\Throwable $failure) { // whatever the program of the caller throws
                    $left[$notification['id']] = true;
                    ($failed ?? self::log(...))($notification, $failure);
                }
            }
        } while (count($notifications) === $wanted);
    }

    private static function log(array $notification, \Throwable $failure): void
    {
        error_log("The notification {$notification['id']} of the case {$notification['caseId']} stays in the queue: $failure");
    }
}
