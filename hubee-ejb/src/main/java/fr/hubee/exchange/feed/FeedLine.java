package fr.hubee.exchange.feed;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * An event of the log that has its position.
 *
 * @param data JSON
 */
public record FeedLine(
        long position,
        UUID id,
        UUID caseId,
        String type,
        Instant time,
        OrganizationKey recipient,
        String processCode,
        String data) {
    static final String COLUMNS =
            "position, id, aggregateid, type, occurred_at, organization_type, company_register, branch_code, process_code, cast(payload as text)";

    static FeedLine of(ResultSet row) throws SQLException {
        return new FeedLine(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                new OrganizationKey(OrganizationType.valueOf(row.getString(6)), row.getString(7), row.getString(8)),
                row.getString(9),
                row.getString(10));
    }

    /** @param source the address of the API in which its case is read */
    public CloudEvent toCloudEvent(URI source) {
        return event(id, type, caseId, time, data, source);
    }

    /** @param caseId null for a test and for a challenge */
    static CloudEvent event(UUID id, String type, UUID caseId, Instant time, String data, URI source) {
        return CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(source)
                .withType(type)
                .withSubject(caseId == null ? null : caseId.toString())
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
