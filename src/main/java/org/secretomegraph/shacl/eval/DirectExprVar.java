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
 * A variable in an expression that makes its value without a cache. Jena keeps the values of all threads in one cache
 * with a lock; making the value of an IRI or a string takes less time than finding it there.
 */
final class DirectExprVar extends ExprVar {

    private DirectExprVar(Var variable) {
        super(variable);
    }

    /** The plan with its variables replaced. */
    static Op replaceIn(Op plan) {
        return Transformer.transform(new TransformCopy(), new ExprTransformCopy() {
            @Override
            public Expr transform(ExprVar variable) {
                return new DirectExprVar(variable.asVar());
            }
        }, plan);
    }

    @Override
    public NodeValue eval(Binding binding, FunctionEnv environment) {
        Node node = binding.get(asVar());
        if (node == null) {
            return super.eval(binding, environment); // throws that the variable is not bound
        }
        if (node.isURI() || node.isBlank()) {
            return new NodeValueNode(node);
        }
        return NodeUtils.isSimpleString(node) ? new NodeValueString(node)
                : NodeUtils.isLangString(node) ? new NodeValueLang(node)
                        : NodeValue.makeNode(node);
    }
}
