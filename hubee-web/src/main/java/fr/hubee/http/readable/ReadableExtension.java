package fr.hubee.http.readable;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link ReadableRequests} before all that serves a request; named in {@code META-INF/services}. */
public class ReadableExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(ReadableRequests::new);
    }
}
