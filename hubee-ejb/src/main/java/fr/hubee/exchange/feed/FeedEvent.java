package fr.hubee.exchange.feed;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A new event, addressed to one organisation. It gets its position, and its place in the log, after the commit: see {@link FeedSealer}. */
@Entity
@Immutable
@Table(name = "feed_unsealed")
class FeedEvent {
    @Id
    private UUID id;

    @Column(name = "aggregateid")
    private UUID aggregateId;

    private String type;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String payload;

    private Instant occurredAt;

    @Embedded
    private OrganizationKey recipient;

    private String processCode;

    FeedEvent() {}

    /** @param payload the {@code data} of the event, as JSON: never a name, a message or the name of a file */
    FeedEvent(FeedType type, UUID caseId, OrganizationKey recipient, String processCode, String payload, Instant now) {
        this.id = UuidV7.next();
        this.aggregateId = caseId;
        this.type = type.text();
        this.payload = payload;
        this.occurredAt = now;
        this.recipient = recipient;
        this.processCode = processCode;
    }
}
