package fr.hubee.http;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Installs {@link SafeAnswers} around all handlers; registered in {@code META-INF/services}. */
public class AnswerExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(SafeAnswers::new);
    }
}
