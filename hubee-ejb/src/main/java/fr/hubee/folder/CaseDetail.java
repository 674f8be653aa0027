package fr.hubee.folder;

import java.util.List;

/**
 * A case with all that its reader sees of it.
 *
 * @param attachments those that the case receives, in the order of the request
 * @param events oldest first
 */
public record CaseDetail(Case theCase, List<Attachment> attachments, List<CaseEvent> events) {}
