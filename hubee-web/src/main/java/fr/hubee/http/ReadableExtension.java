package fr.hubee.http;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Installs {@link ReadableRequests} before all other handlers; registered in {@code META-INF/services}. */
public class ReadableExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(ReadableRequests::new);
    }
}
