package fr.hubee.http;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Counts requests before all other handlers; registered in {@code META-INF/services}. */
public class HealthExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        var running = new RunningRequests();
        context.setAttribute(RunningRequests.class.getName(), running);
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            running.begin(exchange, exchange.getConnection()::isOpen);
            exchange.addExchangeCompleteListener((over, following) -> {
                running.end(over);
                following.proceed();
            });
            next.handleRequest(exchange);
        });
    }
}
