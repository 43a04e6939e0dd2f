package org.secretomegraph.shacl.eval;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * A variable in an expression whose value is made where it is needed. Jena keeps the values of all threads in one
 * cache,
 * for which threads wait; to make the value of an IRI or a text takes less time than to find it there.
 */
final class DirectExprVar extends ExprVar {

    private DirectExprVar(Var variable) {
        super(variable);
    }

    /** The plan with such variables for Jena's. */
    static Op in(Op plan) {
        return Transformer.transform(new TransformCopy(), new ExprTransformCopy() {
            @Override
            public Expr transform(ExprVar variable) {
                return new DirectExprVar(variable.asVar());
            }
        }, plan);
    }

    @Override
    public NodeValue eval(Binding known, FunctionEnv environment) {
        Node node = known.get(asVar());
        if (node == null) {
            return super.eval(known, environment); // says that it is not bound
        }
        if (node.isURI() || node.isBlank()) {
            return new NodeValueNode(node);
        }
        return NodeUtils.isSimpleString(node) ? new NodeValueString(node)
                : NodeUtils.isLangString(node) ? new NodeValueLang(node)
                        : NodeValue.makeNode(node);
    }
}
