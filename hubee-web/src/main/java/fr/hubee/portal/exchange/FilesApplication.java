package fr.hubee.portal.exchange;

import fr.hubee.portal.desk.casefile.CaseFilesResource;
import fr.hubee.portal.desk.casefile.DepositResource;
import fr.hubee.portal.desk.casefile.ZipsResource;
import fr.hubee.portal.directory.AnnouncementsResource;
import fr.hubee.portal.frame.FilesGate;
import fr.hubee.portal.journal.JournalProofsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Files for people and from them, behind one gate. */
@ApplicationPath("/fichiers")
public class FilesApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                FilesGate.class,
                CaseFilesResource.class,
                DepositResource.class,
                ZipsResource.class,
                CasePrintResource.class,
                SignedFilesResource.class,
                JournalProofsResource.class,
                AnnouncementsResource.class);
    }
}
