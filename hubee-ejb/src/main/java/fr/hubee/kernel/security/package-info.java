/** The caller and its roles. Depends on no feature. */
package fr.hubee.kernel.security;
