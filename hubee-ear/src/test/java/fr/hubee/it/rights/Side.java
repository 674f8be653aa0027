package fr.hubee.it.rights;

import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/**
 * One half of the world: what belongs to one town, one operator and one editor.
 *
 * @param account of an agent of the town
 * @param clientId of the subscription's credentials
 * @param endpoint of that client, for webhooks
 */
record Side(
        OrganizationKey town,
        OrganizationKey operator,
        OrganizationKey editor,
        String processCode,
        UUID subscription,
        String clientId,
        UUID endpoint,
        UUID account,
        UUID folder,
        UUID theCase,
        UUID event,
        UUID attachment,
        UUID notification) {

    AttachmentPath.OfCase file() {
        return new AttachmentPath.OfCase(theCase, attachment);
    }
}
