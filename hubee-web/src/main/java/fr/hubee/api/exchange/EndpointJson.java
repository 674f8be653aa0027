package fr.hubee.api.exchange;

import fr.hubee.exchange.feed.WebhookDeliveries.Attempt;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.exchange.feed.WebhookEndpointService.KnownEndpoint;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** @param secret shown when it is made; null else */
public record EndpointJson(
        UUID id,
        String address,
        List<String> processCodes,
        State state,
        Instant createDateTime,
        Instant failingSince,
        Instant endDateTime,
        Instant missedSince,
        String secret,
        List<String> publicKeys) {

    static EndpointJson from(KnownEndpoint known) {
        var endpoint = known.endpoint();
        return new EndpointJson(
                endpoint.id(),
                endpoint.address().toString(),
                endpoint.processCodes(),
                endpoint.state(),
                endpoint.createdAt(),
                endpoint.failingSince(),
                endpoint.endsAt(),
                endpoint.missedSince(),
                known.secret(),
                known.publicKeys());
    }

    /** The part of an endpoint that its owner chooses; without démarches, all that the credentials cover. */
    public record WantedEndpointJson(@NotNull String address, List<@NotNull String> processCodes) {

        Set<String> codes() {
            return processCodes == null ? Set.of() : Set.copyOf(processCodes);
        }
    }

    /** One attempt to send an event. */
    public record AttemptJson(
            UUID eventId, String type, Instant dateTime, int status, String failure, int milliseconds, String answer) {

        static AttemptJson from(Attempt attempt) {
            return new AttemptJson(
                    attempt.event(),
                    attempt.type(),
                    attempt.at(),
                    attempt.status(),
                    attempt.failure(),
                    attempt.tookMs(),
                    attempt.answer());
        }
    }
}
