/** The portal: one small bean for each page, which calls services and holds no rule. Its pages are in {@code webapp}. */
package fr.hubee.portal;
