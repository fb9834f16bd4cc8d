'use client'

import { Answered } from '@/app/components/states/answered.tsx'
import { StoryEditor } from './story-editor.tsx'
import { StoryReader } from './story-reader.tsx'
import { useProposal } from './use-proposal.ts'

/** A proposal: an own draft is written on, everything else is read. */
export function ProposalView({ proposalId }: { readonly proposalId: string }) {
  const found = useProposal(proposalId)
  return (
    <Answered query={found} height={480}>
      {(detail) =>
        detail.status === 'draft' && detail.writing !== null ? (
          <StoryEditor key={detail.id} detail={detail} writing={detail.writing} />
        ) : (
          <StoryReader detail={detail} />
        )
      }
    </Answered>
  )
}
