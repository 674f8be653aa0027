package fr.hubee.clients.bench;

import java.time.Instant;

/** The bench wants the webhooks of a software to be sent again. */
public record WantedReplay(String clientId, Instant since) {}
