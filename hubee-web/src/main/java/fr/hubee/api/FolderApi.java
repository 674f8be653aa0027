package fr.hubee.api;

import fr.hubee.api.error.EjbAccessMapper;
import fr.hubee.api.error.HubeeExceptionMapper;
import fr.hubee.api.error.InvalidBeanMapper;
import fr.hubee.api.error.InvalidJsonMapper;
import fr.hubee.api.error.RefusedBodyMapper;
import fr.hubee.api.error.UnexpectedMapper;
import fr.hubee.api.error.WebApplicationMapper;
import fr.hubee.api.folder.CaseEventsResource;
import fr.hubee.api.folder.CasesResource;
import fr.hubee.api.folder.FoldersResource;
import fr.hubee.api.folder.PortalPurgeResource;
import fr.hubee.api.http.ApiJson;
import fr.hubee.api.http.BoundedBody;
import fr.hubee.api.http.CallerRequired;
import fr.hubee.api.http.KnownQueryParameters;
import fr.hubee.api.http.MethodOverride;
import fr.hubee.api.http.RefusalLog;
import fr.hubee.api.http.TypedParameters;
import fr.hubee.api.notification.NotificationsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The Folder API (specification §4.4). */
@ApplicationPath("/teledossiers/v1")
public class FolderApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                FoldersResource.class,
                CasesResource.class,
                CaseEventsResource.class,
                NotificationsResource.class,
                PortalPurgeResource.class,
                ApiJson.class,
                BoundedBody.class,
                CallerRequired.class,
                KnownQueryParameters.class,
                MethodOverride.class,
                RefusalLog.class,
                TypedParameters.class,
                EjbAccessMapper.class,
                HubeeExceptionMapper.class,
                InvalidBeanMapper.class,
                InvalidJsonMapper.class,
                RefusedBodyMapper.class,
                UnexpectedMapper.class,
                WebApplicationMapper.class);
    }
}
