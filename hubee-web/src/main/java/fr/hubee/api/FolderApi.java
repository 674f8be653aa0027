package fr.hubee.api;

import fr.hubee.api.folder.CaseEventsResource;
import fr.hubee.api.folder.CaseReceiptsResource;
import fr.hubee.api.folder.CaseVerdictsResource;
import fr.hubee.api.folder.CasesResource;
import fr.hubee.api.folder.DeletionCertificatesResource;
import fr.hubee.api.folder.FolderReceiptsResource;
import fr.hubee.api.folder.FolderVerdictsResource;
import fr.hubee.api.folder.FoldersResource;
import fr.hubee.api.folder.PortalPurgeResource;
import fr.hubee.api.notification.NotificationsResource;
import jakarta.ws.rs.ApplicationPath;

/** The Folder API (specification §4.4). */
@ApplicationPath("/teledossiers/v1")
public class FolderApi extends PartnerApi {

    public FolderApi() {
        super(
                FoldersResource.class,
                CasesResource.class,
                CaseEventsResource.class,
                NotificationsResource.class,
                PortalPurgeResource.class,
                CaseReceiptsResource.class,
                DeletionCertificatesResource.class,
                FolderReceiptsResource.class,
                CaseVerdictsResource.class,
                FolderVerdictsResource.class);
    }
}
