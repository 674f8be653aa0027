package fr.hubee.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;

/** An event of the feed or of a webhook: a CloudEvent, without the attributes that are always the same. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HubEvent(String id, String type, String subject, OffsetDateTime time, JsonNode data) {}
