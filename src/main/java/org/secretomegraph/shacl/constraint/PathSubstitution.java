package org.secretomegraph.shacl.constraint;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Puts the path of a property shape in the place of {@code $PATH}, also within EXISTS and subqueries. */
final class PathSubstitution extends ElementTransformCopyBase {
    private static final Var PATH = Var.alloc("PATH");

    private final Path path;

    private PathSubstitution(Path path) {
        this.path = path;
    }

    /** @param path an IRI is left to the binding of the variable, which is allowed anywhere in the query */
    static Query in(Query query, Path path) {
        if (path instanceof P_Link) {
            return query;
        }
        PathSubstitution substitution = new PathSubstitution(path);
        return QueryTransformOps.transform(query, substitution, new ExprTransformApplyElementTransform(substitution));
    }

    @Override
    public Element transform(ElementPathBlock block) {
        ElementPathBlock substituted = new ElementPathBlock();
        for (TriplePath triple : block.getPattern()) {
            substituted.addTriplePath(PATH.equals(triple.getPredicate())
                    ? new TriplePath(triple.getSubject(), path, triple.getObject()) : triple);
        }
        return substituted;
    }
}
