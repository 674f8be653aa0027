package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The files of a case that its service's people may read: those of its folder, then those of sent events. */
@Dependent
class ReadableFileLookup {
    @Inject
    CaseLookup cases;

    /** @throws NotFound when the case has no such file */
    Attachment require(Case theCase, AttachmentPath.Reading path) {
        return files(theCase, event -> true).stream()
                .filter(file -> file.id().equals(path.attachmentId()))
                .findFirst()
                .orElseThrow(() -> NotFound.of("File"));
    }

    List<Attachment> received(Case theCase) {
        return received(theCase, event -> true);
    }

    /** Returns the attachments that the operator sent, with the folder or later. */
    List<Attachment> transmitted(Case theCase) {
        return received(theCase, event -> !event.transmitter().equals(theCase.recipient()));
    }

    private List<Attachment> received(Case theCase, Predicate<CaseEvent> wanted) {
        return files(theCase, wanted).stream().filter(Attachment::isReceived).toList();
    }

    private List<Attachment> files(Case theCase, Predicate<CaseEvent> wanted) {
        var files = new ArrayList<>(cases.attachments(theCase));
        cases.eventFiles(theCase).stream()
                .filter(file -> wanted.test(file.event()))
                .forEach(files::add);
        return files;
    }
}
