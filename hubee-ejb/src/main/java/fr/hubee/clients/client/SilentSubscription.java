package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription whose software has been silent for longer than {@link LastCalls#SILENT}.
 *
 * @param editor who runs the software; null when none is chosen
 * @param editorName null when none is chosen
 * @param since its last call
 */
public record SilentSubscription(
        UUID subscription,
        OrganizationKey service,
        String serviceName,
        String processCode,
        String processName,
        OrganizationKey editor,
        String editorName,
        Instant since) {}
