package fr.hubee.http.body;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Installs the gate before all other handlers; registered in {@code META-INF/services}. */
public class BodyExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var memory = new BodyMemory();
        deployment.addInitialHandlerChainWrapper(next -> new BodyGate(next, memory));
    }
}
