package fr.hubee.portal.message;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Gives each request its {@link PortalExceptions}; named in {@code faces-config.xml}. */
public class PortalExceptionsFactory extends ExceptionHandlerFactory {

    public PortalExceptionsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PortalExceptions(getWrapped().getExceptionHandler());
    }
}
