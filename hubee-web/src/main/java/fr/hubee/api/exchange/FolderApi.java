package fr.hubee.api.exchange;

import fr.hubee.api.http.PartnerApi;
import jakarta.ws.rs.ApplicationPath;

/** The Folder API (specification §4.4). */
@ApplicationPath("/teledossiers/v1")
public class FolderApi extends PartnerApi {

    public FolderApi() {
        super(
                FoldersResource.class,
                CasesResource.class,
                CaseEventsResource.class,
                UploadsResource.class,
                ResumableTransfer.TusVersion.class,
                NotificationsResource.class,
                PortalPurgeResource.class,
                DeletionCertificatesResource.class);
    }
}
