package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.files.encryption.KeyRotationService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.lifetime.retention.PurgeCertificateService;
import fr.hubee.lifetime.retention.PurgeService;
import fr.hubee.lifetime.retention.RetentionPreviewService;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.lifetime.store.StoreMovingService;
import fr.hubee.lifetime.store.StoreReadingService;
import java.util.List;
import java.util.UUID;

/** Rights on retention: the national administrator views and confirms it, the hub itself purges. */
final class RetentionRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final RetentionRules RULES = new RetentionRules("CLOSED", 30, 60, 365);
    private static final String SEEING = "OSL ADMIN NATIONAL BUSINESS LOCAL EDITOR";
    private static final UUID NONE = new UUID(0, 0);

    private RetentionRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "DeletionCertificateService.list",
                        SEEING,
                        (world, side, caller) ->
                                service(DeletionCertificateService.class).list(caller)),
                Right.of(
                        "DeletionCertificateService.names",
                        SEEING,
                        (world, side, caller) ->
                                service(DeletionCertificateService.class).names(caller, List.of())),
                Right.of("DeletionCertificateService.keys", SEEING, (world, side, caller) -> {
                    try {
                        return service(DeletionCertificateService.class).keys(caller, NONE);
                    } catch (NotFound thereIsNone) {
                        return true;
                    }
                }),
                Right.of("DeletionCertificateService.read", SEEING, (world, side, caller) -> {
                    try {
                        return service(DeletionCertificateService.class).read(caller, NONE);
                    } catch (NotFound thereIsNone) {
                        return true;
                    }
                }),
                Right.of(
                        "RetentionPreviewService.preview",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(RetentionPreviewService.class).preview(caller, side.processCode(), RULES)),
                Right.of(
                        "RetentionPreviewService.nextRun",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(RetentionPreviewService.class).nextRun(caller)),
                Right.of(
                        "RetentionPreviewService.waiting",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(RetentionPreviewService.class).waiting(caller)),
                Right.of("RuleReviewService.confirm", ADMINISTRATORS, (world, side, caller) -> {
                    service(RuleReviewService.class).confirm(caller, side.processCode(), RULES.fingerprint());
                    return true;
                }),
                Right.of(
                        "PurgeCertificateService.items",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(PurgeCertificateService.class).items(caller, NONE, null, 1)),
                Right.of(
                        "StoreReadingService.progress",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(StoreReadingService.class).progress(caller)),
                Right.of(
                        "StoreReadingService.damaged",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(StoreReadingService.class).damaged(caller, null, 1)),
                Right.of(
                        "StoreReadingService.readAgain",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(StoreReadingService.class).readAgain(caller, NONE)),
                Right.of(
                        "RuleReviewService.codes",
                        "BATCH",
                        (world, side, caller) ->
                                service(RuleReviewService.class).codes(null, 1).size()),
                Right.of("RuleReviewService.review", "BATCH", (world, side, caller) -> {
                    service(RuleReviewService.class).review(side.processCode());
                    return true;
                }),
                Right.of(
                        "PurgeService.dueFiles",
                        "BATCH",
                        (world, side, caller) -> service(PurgeService.class).dueFiles(null, 1)),
                Right.of(
                        "PurgeService.purgeFiles",
                        "BATCH",
                        (world, side, caller) -> service(PurgeService.class).purgeFiles(List.of(NONE))),
                Right.of(
                        "PurgeService.dueCases",
                        "BATCH",
                        (world, side, caller) -> service(PurgeService.class).dueCases(null, 1)),
                Right.of(
                        "PurgeService.archive",
                        "BATCH",
                        (world, side, caller) -> service(PurgeService.class).archive(List.of(NONE))),
                Right.of(
                        "PurgeService.dueFolders",
                        "BATCH",
                        (world, side, caller) -> service(PurgeService.class).dueFolders(null, 1)),
                Right.of(
                        "PurgeService.deleteFolders",
                        "BATCH",
                        (world, side, caller) -> service(PurgeService.class).deleteFolders(List.of(NONE))),
                Right.of(
                        "PurgeCertificateService.certify",
                        "BATCH",
                        (world, side, caller) ->
                                service(PurgeCertificateService.class).certify()),
                Right.of(
                        "StoreReadingService.next",
                        "BATCH",
                        (world, side, caller) ->
                                service(StoreReadingService.class).next(null, 1)),
                Right.of(
                        "StoreReadingService.read",
                        "BATCH",
                        (world, side, caller) ->
                                service(StoreReadingService.class).read(List.of())),
                Right.of(
                        "StoreReadingService.scanMissed",
                        "BATCH",
                        (world, side, caller) ->
                                service(StoreReadingService.class).scanMissed()),
                Right.of(
                        "StoreMovingService.due",
                        "BATCH",
                        (world, side, caller) ->
                                service(StoreMovingService.class).due(null, 1)),
                Right.of(
                        "StoreMovingService.move",
                        "BATCH",
                        (world, side, caller) ->
                                service(StoreMovingService.class).move(List.of())),
                Right.of(
                        "StoreMovingService.deleteMoved",
                        "BATCH",
                        (world, side, caller) ->
                                service(StoreMovingService.class).deleteMoved()),
                Right.of(
                        "KeyRotationService.due",
                        "BATCH",
                        (world, side, caller) ->
                                service(KeyRotationService.class).due(null, 1)),
                Right.of("KeyRotationService.rewrap", "BATCH", (world, side, caller) -> {
                    service(KeyRotationService.class).rewrap(NONE);
                    return true;
                }));
    }
}
