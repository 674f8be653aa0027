package fr.hubee.exchange.folder;

import java.util.List;

/**
 * A case with everything that its reader may see.
 *
 * @param attachments those that the case receives, in the order of the request
 * @param events oldest first
 */
public record CaseDetail(Case theCase, List<Attachment> attachments, List<CaseEvent> events) {}
