package fr.hubee.it.rights;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.files.encryption.KeyRotationService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.lifetime.retention.PurgeCertificateService;
import fr.hubee.lifetime.retention.PurgeService;
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

    static void add(RightsTable rights) {
        var proofs = rights.to(DeletionCertificateService.class);
        proofs.method("list", SEEING).returns((it, caller, side) -> it.list(caller));
        proofs.method("names", SEEING).returns((it, caller, side) -> it.names(caller, List.of()));
        proofs.method("keys", SEEING).returns((it, caller, side) -> {
            try {
                return it.keys(caller, NONE);
            } catch (NotFound gone) {
                return true;
            }
        });
        proofs.method("read", SEEING).returns((it, caller, side) -> {
            try {
                return it.read(caller, NONE);
            } catch (NotFound gone) {
                return true;
            }
        });

        var review = rights.to(RuleReviewService.class);
        review.method("preview", ADMINISTRATORS)
                .returns((it, caller, side) -> it.preview(caller, side.processCode(), RULES));
        review.method("nextRun", ADMINISTRATORS).returns((it, caller, side) -> it.nextRun(caller));
        review.method("waiting", ADMINISTRATORS).returns((it, caller, side) -> it.waiting(caller));
        review.method("confirm", ADMINISTRATORS)
                .runs((it, caller, side) -> it.confirm(caller, side.processCode(), RULES.fingerprint()));
        review.method("codes", "BATCH")
                .returns((it, caller, side) -> it.codes(null, 1).size());
        review.method("review", "BATCH").runs((it, caller, side) -> it.review(side.processCode()));

        var proof = rights.to(PurgeCertificateService.class);
        proof.method("certify", "BATCH").returns((it, caller, side) -> it.certify());

        var store = rights.to(StoreReadingService.class);
        store.method("progress", ADMINISTRATORS).returns((it, caller, side) -> it.progress(caller));
        store.method("damaged", ADMINISTRATORS).returns((it, caller, side) -> it.damaged(caller, null, 1));
        store.method("readAgain", ADMINISTRATORS).returns((it, caller, side) -> it.readAgain(caller, NONE));
        store.method("next", "BATCH").returns((it, caller, side) -> it.next(null, 1));
        store.method("read", "BATCH").returns((it, caller, side) -> it.read(List.of()));
        store.method("scanMissed", "BATCH").returns((it, caller, side) -> it.scanMissed());

        var purge = rights.to(PurgeService.class);
        purge.method("dueFiles", "BATCH").returns((it, caller, side) -> it.dueFiles(null, 1));
        purge.method("dueByTheHour", "BATCH").returns((it, caller, side) -> it.dueByTheHour(null, 1));
        purge.method("purgeFiles", "BATCH").returns((it, caller, side) -> it.purgeFiles(List.of(NONE)));
        purge.method("announce", "BATCH").returns((it, caller, side) -> it.announce());
        purge.method("dueCases", "BATCH").returns((it, caller, side) -> it.dueCases(null, 1));
        purge.method("archive", "BATCH").returns((it, caller, side) -> it.archive(List.of(NONE)));
        purge.method("dueFolders", "BATCH").returns((it, caller, side) -> it.dueFolders(null, 1));
        purge.method("deleteFolders", "BATCH").returns((it, caller, side) -> it.deleteFolders(List.of(NONE)));

        var moving = rights.to(StoreMovingService.class);
        moving.method("due", "BATCH").returns((it, caller, side) -> it.due(null, 1));
        moving.method("move", "BATCH").returns((it, caller, side) -> it.move(List.of()));
        moving.method("deleteMoved", "BATCH").returns((it, caller, side) -> it.deleteMoved());

        var rotation = rights.to(KeyRotationService.class);
        rotation.method("due", "BATCH").returns((it, caller, side) -> it.due(null, 1));
        rotation.method("rewrap", "BATCH").runs((it, caller, side) -> it.rewrap(NONE));
    }
}
