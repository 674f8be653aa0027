package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.RescueService;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads télédossiers and their files: through the rescue where it is open for silent software, without any change; otherwise by the roles
 * of the person.
 */
@RequestScoped
public class CaseReader extends PersonPage {
    @Inject
    CaseReadingService cases;

    @Inject
    CaseDownloadService downloads;

    @Inject
    RescueService rescues;

    /** An object that was read, and whether the rescue opened it: such a download leaves no trace in the history. */
    record Opened<T>(T what, boolean rescued) {}

    /** Reads a case for a page that is displayed for the first time; recorded. */
    CaseView open(UUID id, HistoryPart part) {
        return rescued(caller -> rescues.open(caller, id, part)).orElseGet(() -> cases.open(caller(), id, part));
    }

    CaseView read(UUID id, HistoryPart part) {
        return rescued(caller -> rescues.read(caller, id, part)).orElseGet(() -> cases.read(caller(), id, part));
    }

    /** Opens a file to show it; recorded. */
    StoredFile shown(AttachmentPath.Reading path) {
        return rescued(caller -> rescues.file(caller, path)).orElseGet(() -> downloads.show(caller(), path));
    }

    /** Opens a file to download it; recorded. */
    Opened<StoredFile> file(AttachmentPath.Reading path) {
        return rescued(caller -> rescues.file(caller, path))
                .map(file -> new Opened<>(file, true))
                .orElseGet(() -> new Opened<>(downloads.open(caller(), path), false));
    }

    /** Opens all files of some télédossiers; recorded. */
    Opened<List<CaseBundle>> files(List<UUID> ids) {
        var rescued =
                ids.size() == 1 ? rescued(caller -> rescues.files(caller, ids.get(0))) : Optional.<CaseBundle>empty();
        return rescued.map(bundle -> new Opened<>(List.of(bundle), true))
                .orElseGet(() -> new Opened<>(downloads.openAll(caller(), ids), false));
    }

    private <T> Optional<T> rescued(Function<Caller, Optional<T>> rescue) {
        return caller().is(RoleNames.LOCAL) ? rescue.apply(caller()) : Optional.empty();
    }
}
