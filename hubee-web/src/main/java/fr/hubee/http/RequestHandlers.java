package fr.hubee.http;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.SettingSource;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Installs the handlers of all requests, the innermost first; registered in {@code META-INF/services}. */
public class RequestHandlers implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var running = new RunningRequests();
        context.setAttribute(RunningRequests.class.getName(), running);
        boolean https = new PublicAddress(SettingSource.ofThisServer()).isHttps();
        deployment.addInitialHandlerChainWrapper(HeldRequest::repeating);
        deployment.addInitialHandlerChainWrapper(next -> new ProtectedRequests(next, https));
        deployment.addInitialHandlerChainWrapper(running::observing);
    }
}
