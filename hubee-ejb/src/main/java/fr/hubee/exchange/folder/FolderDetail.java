package fr.hubee.exchange.folder;

import java.util.List;

/**
 * A folder with everything that its transmitter may see.
 *
 * @param cases in the order of the request
 * @param attachments with their recipients, in the order of the request
 */
public record FolderDetail(Folder folder, List<Case> cases, List<Attachment> attachments) {}
