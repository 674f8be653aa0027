package fr.hubee.http;

import io.undertow.server.HttpHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Restarts the measurement once the body is read. The first in {@code META-INF/services}: inside the gate that reads it. */
public class ReadBodyExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(ReadBodyExtension::begun);
    }

    private static HttpHandler begun(HttpHandler next) {
        return exchange -> {
            RequestTimes.begin(exchange);
            next.handleRequest(exchange);
        };
    }
}
