package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.process.RetentionRules;
import fr.hubee.retention.RetentionPreviewService;
import java.util.List;

/** What is kept and purged: the national administrator looks at it, the hub itself does it. */
final class RetentionRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private RetentionRights() {}

    static List<Right> rows() {
        return List.of(Right.of(
                "RetentionPreviewService.preview",
                ADMINISTRATORS,
                (world, side, caller) -> service(RetentionPreviewService.class)
                        .preview(caller, side.processCode(), new RetentionRules("CLOSED", 30, 60, 365))));
    }
}
